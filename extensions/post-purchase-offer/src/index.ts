import { extend } from '@shopify/post-purchase-ui-extensions'
import { showFunnel } from './funnel.ts'
import { shouldRender } from './should-render.ts'
import type { Root } from './ui.ts'

extend('Checkout::PostPurchase::ShouldRender', shouldRender)
extend('Checkout::PostPurchase::Render', (root, input) => showFunnel(root as unknown as Root, input))
