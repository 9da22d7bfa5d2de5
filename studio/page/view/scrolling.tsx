import { type ComponentChildren, type HTMLAttributes, h, type Ref } from 'preact'

interface ScrollingProps extends Omit<HTMLAttributes<HTMLElement>, 'ref'> {
  readonly tag?: 'div' | 'section' | 'pre'
  readonly box?: Ref<HTMLElement>
  readonly children: ComponentChildren
}

/** A part of the page that scrolls: within reach of the keyboard, whose arrows then scroll it. */
export function Scrolling({ tag = 'div', box = null, children, ...attributes }: ScrollingProps) {
  return h<HTMLAttributes<HTMLElement>, HTMLElement>(
    tag,
    { ...attributes, ref: box, tabIndex: 0 },
    children,
  )
}
