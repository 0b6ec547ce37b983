import { CartesianGrid, Legend, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { amount, type Trend } from './dashboard-view.ts'
import { words } from './words.ts'

const { dashboard: say } = words
const NOW = 'var(--p-color-text-info, #00527c)'
const BEFORE = 'var(--p-color-text-secondary, #616161)'

/** The arrow keys walk along the days and a screen reader hears each. The default export is for `lazy`. */
export default function TrendChart({ days, currency }: Trend) {
  const money = (value: unknown) => amount(Number(value), currency)
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart data={[...days]} accessibilityLayer title={say.trend} margin={{ top: 8, right: 8, bottom: 0, left: 0 }}>
        <CartesianGrid vertical={false} strokeDasharray="2 4" />
        <XAxis dataKey="name" minTickGap={32} tickLine={false} />
        <YAxis tickFormatter={money} width={72} tickLine={false} axisLine={false} />
        <Tooltip formatter={money} />
        <Legend />
        <Line name={say.before} dataKey="before" stroke={BEFORE} strokeDasharray="4 4" dot={false} isAnimationActive={false} />
        <Line name={say.now} dataKey="now" stroke={NOW} strokeWidth={2} dot={days.length < 2} isAnimationActive={false} />
      </LineChart>
    </ResponsiveContainer>
  )
}
