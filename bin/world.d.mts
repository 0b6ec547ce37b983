export type World = {
  adminUrl: string
  pids(): { simulator: number; app: number }
  ended: Promise<{ who: string; code: number | string }>
  restartApp(signal?: NodeJS.Signals): Promise<void>
  stop(): Promise<void>
}
export function startWorld(options: {
  databases: { app: string; simulator: string }
  simulatorPort: number
  appPort: number
  onLine(who: string, line: string): void
  env?: Record<string, string>
  dev?: boolean
}): Promise<World>
