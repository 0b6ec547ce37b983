import type { Locator } from 'playwright-core'
import sharp from 'sharp'

/** What is drawn inside, once its pictures are there and nothing is pointed at. */
export async function pictureOf(frame: Locator): Promise<Buffer> {
  await frame.page().mouse.move(0, 0)
  await frame.evaluate(async (element) => {
    await Promise.all([...element.querySelectorAll('img')].map((image) => image.decode()))
    await document.fonts.ready
  })
  const drawn = frame.locator(':scope > *').last()
  await drawn.evaluate(toWholePixels)
  return drawn.screenshot({ animations: 'disabled' })
}

/** What begins at a fraction of a pixel is drawn a row lower or higher. */
function toWholePixels(element: Element): void {
  const { left, top } = element.getBoundingClientRect()
  const style = (element as HTMLElement).style
  style.position = 'relative'
  style.left = `${Math.ceil(left) - left}px`
  style.top = `${Math.ceil(top) - top}px`
}

const SAME = 24 // of 255: how far two pixels may be apart where a letter begins at another fraction of a pixel

/** The share of pixels that differ; pictures of another size differ altogether. */
export async function difference(one: Buffer, other: Buffer): Promise<number> {
  const [a, b] = await Promise.all(
    [one, other].map((png) => sharp(png).removeAlpha().greyscale().raw().toBuffer({ resolveWithObject: true })),
  )
  if (!a || !b || a.info.width !== b.info.width || a.info.height !== b.info.height) return 1
  let apart = 0
  for (const [index, value] of a.data.entries()) if (Math.abs(value - b.data[index]!) > SAME) apart += 1
  return apart / a.data.length
}
