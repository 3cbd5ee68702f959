import type {
  Calendar,
  DecisionList,
  LedgerGroups,
  LedgerTotals,
  NewCalendar,
  PresentList,
  Todo,
  TodoList,
} from '@minutebook/shared/api'
import { request, requestJson, type Result } from './request.ts'

/** A page of TODOs or decisions. @param search the filters, as `GET /api/todos` and `/api/decisions` take them */
export function listItems(
  kind: 'todos' | 'decisions',
  search: URLSearchParams,
  signal?: AbortSignal,
): Promise<Result<Partial<TodoList & DecisionList>>> {
  return requestJson(`/api/${kind}?${search}`, signal ? { signal } : {})
}

export function getTotals(signal?: AbortSignal): Promise<Result<LedgerTotals>> {
  return requestJson('/api/ledger', signal ? { signal } : {})
}

/** How much the filters leave. */
export function getGroups(search: URLSearchParams, signal?: AbortSignal): Promise<Result<LedgerGroups>> {
  return requestJson(`/api/ledger/groups?${search}`, signal ? { signal } : {})
}

/** Who has which note open now. */
export function getPresent(signal?: AbortSignal): Promise<Result<PresentList>> {
  return requestJson('/api/present', signal ? { signal } : {})
}

/** Ticks a TODO in its note, or opens it again. */
export function tickTodo(id: string, done: boolean): Promise<Result<Todo>> {
  return changeTodo(id, { done })
}

/**
 * Writes into a TODO's line who owns it.
 *
 * @param owner null: nobody
 * @param owned the labels that it has now; where it has others, it is refused
 */
export function assignTodo(id: string, owner: string | null, owned: readonly string[]): Promise<Result<Todo>> {
  return changeTodo(id, { owner, owned })
}

function changeTodo(id: string, change: object): Promise<Result<Todo>> {
  return requestJson(`/api/todos/${encodeURIComponent(id)}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(change),
  })
}

/** A list as a file, as the filters leave it. */
export function fetchList(
  kind: 'todos' | 'decisions',
  type: 'md' | 'csv',
  search: URLSearchParams,
): Promise<Result<Response>> {
  return request(`/api/${kind}.${type}?${search}`)
}

export function getCalendar(owner: string, signal?: AbortSignal): Promise<Result<Calendar>> {
  return requestJson(`/api/calendars/${encodeURIComponent(owner)}`, signal ? { signal } : {})
}

/** Makes a link to an owner's due dates; the one before stops. */
export function makeCalendar(owner: string): Promise<Result<NewCalendar>> {
  return requestJson(`/api/calendars/${encodeURIComponent(owner)}`, { method: 'POST' })
}

export function stopCalendar(owner: string): Promise<Result<Response>> {
  return request(`/api/calendars/${encodeURIComponent(owner)}`, { method: 'DELETE' })
}
