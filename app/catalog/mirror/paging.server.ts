import type { Connection } from './nodes/node.ts'

/** The rest of a list whose first page is known. */
export async function followingNodes<Node>(
  first: Connection<Node>,
  next: (after: string) => Promise<Connection<Node> | null | undefined>,
): Promise<Node[]> {
  const nodes: Node[] = []
  let page: Connection<Node> | null | undefined = first
  while (page?.pageInfo?.hasNextPage && page.pageInfo.endCursor !== null) {
    page = await next(page.pageInfo.endCursor)
    nodes.push(...(page?.nodes ?? []))
  }
  return nodes
}
