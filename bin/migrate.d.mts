export function migrate(url: string): Promise<string[]>
export function initialSql(url: string): Promise<string>
export function migrationSources(): string[]
