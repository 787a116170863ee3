import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { tell } from './tell'

/**
 * A change on the server, with what everybody expects of one: it says that it was done, or why not, and what it
 * changed is read anew.
 * @param options.done what to say, if anything
 * @param options.refresh keys of the queries to be read anew
 * @param options.isQuiet whether the caller shows an error itself, beside a field. Default: a notice tells it
 */
export function useChange<Input = void, Output = unknown>(
  change: (input: Input) => Promise<Output>,
  {
    done,
    refresh = [],
    isQuiet = false,
    onDone,
  }: {
    done?: string
    refresh?: readonly QueryKey[]
    isQuiet?: boolean
    onDone?(output: Output, input: Input): void
  } = {},
) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    async onSuccess(output, input) {
      if (done !== undefined) tell.done(done)
      await Promise.all(refresh.map((queryKey) => queries.invalidateQueries({ queryKey })))
      onDone?.(output, input)
    },
    onError: (error) => {
      if (!isQuiet) tell.failed(error)
    },
  })
}
