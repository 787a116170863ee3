import type { Flow } from './flow'
import { hashFlow } from './hash-flow'
import type { PublishedFlows } from './published-flows'

/** A mistake in a flow's version or changes, and the part of the file it stands in. */
type VersionProblem = { path: PropertyKey[]; message: string }

/**
 * Checks a flow against what was published of it: an edit raises the version, and what is written under `changes` says
 * for every step of the version before where its people go.
 */
export function checkVersion(flow: Flow, published: PublishedFlows): VersionProblem[] {
  const versions = published[flow.id] ?? []
  const problems: VersionProblem[] = []
  const same = versions.find(({ version }) => version === flow.version)
  if (same && same.hash !== hashFlow(flow)) {
    const message =
      `nội dung đã sửa mà version vẫn là ${flow.version}; đặt version: ${flow.version + 1} ` +
      'và ghi vào changes người đang làm dở sẽ ra sao'
    problems.push({ path: ['version'], message })
  }
  const newest = versions.at(-1)
  if (newest && flow.version < newest.version) {
    const message = `version ${flow.version} cũ hơn bản đã đăng (${newest.version}); đặt số lớn hơn`
    problems.push({ path: ['version'], message })
  }
  flow.changes.forEach((change, index) => {
    const path = ['changes', index]
    const before = flow.changes[index - 1]
    if (change.version > flow.version || (before && before.version >= change.version)) {
      problems.push({
        path,
        message: 'các dòng changes xếp theo version tăng dần, tới version hiện tại',
      })
    }
    problems.push(...checkMoves(flow, index, versions).map((message) => ({ path, message })))
  })
  return problems
}

/** A step that the next version no longer has must be moved somewhere that exists, unless everyone begins anew. */
function checkMoves(flow: Flow, index: number, versions: PublishedFlows[string]): string[] {
  const change = flow.changes[index]
  if (!change || change.as === 'restart') return []
  const stepsOf = (version: number) =>
    version === flow.version
      ? flow.steps.map(({ id }) => id)
      : versions.find((known) => known.version === version)?.steps
  const [old, now] = [stepsOf(change.version - 1), stepsOf(change.version)]
  if (!old || !now) return []
  const nowhere = Object.values(change.moves).filter((id) => !now.includes(id))
  const removed = old.filter((id) => !now.includes(id))
  const isReshaped = removed.length > 0 || now.some((id) => !old.includes(id))
  return [
    ...nowhere.map((id) => `moves dẫn tới bước "${id}" không có; sửa id`),
    ...removed
      .filter((id) => change.moves[id] === undefined)
      .map((id) => `bước cũ "${id}" không còn; thêm vào moves: ${id}: <bước mới>`),
    ...(change.as === 'safe' && isReshaped
      ? ['as: safe chỉ dành cho sửa lời; thêm, bớt bước thì dùng as: move']
      : []),
  ]
}
