import { check } from 'ncco-jsx'
import { hasCorpus, readCases } from '../../test/conformance/corpus'
import { readExamples } from '../../test/conformance/examples'
import { beyondSchema } from '../../test/conformance/refusals'

/** The NCCOs that check is measured on. */
export const nccos: readonly unknown[] = hasCorpus
  ? readCases().map(({ ncco }) => ncco)
  : [...(await readExamples()).values()]

export const errorsOf = (ncco: unknown) =>
  check(ncco).filter(({ severity }) => severity === 'error')

/** Those whose errors a schema can express. */
export const forSchema = nccos.filter((ncco) =>
  errorsOf(ncco).every(({ code }) => !(code in beyondSchema)),
)

/** Those about which nothing is found. */
export const clean = forSchema.filter((ncco) => check(ncco).length === 0)

/** Judges every NCCO of a list; what it returns is as long as there were any. */
export const judge = (list: readonly unknown[], validate: (ncco: unknown) => unknown) => () =>
  list.map((ncco) => validate(ncco))
