import { createElement, type NccoElement } from 'ncco-jsx'

/** Makes an element as JavaScript does: of anything, with any props. */
export const anyElement = createElement as (
  type: unknown,
  config?: object | null,
  ...children: unknown[]
) => NccoElement
