import { createElement, Dtmf, Fragment, Input, Talk, Wait } from 'ncco-jsx'

export const valid = (
  <>
    <Talk key="a" {...{ loop: 2 }}>
      Hello <break time="1s" />
    </Talk>
    <Input>
      <Dtmf />
    </Input>
  </>
)

// fails: Property 'timeot' does not exist
export const wrongName = <Wait timeot={5} />

// fails: Type 'string' is not assignable to type 'number'
export const wrongType = <Wait timeout="5" />

// fails: Property 'div' does not exist on type 'JSX.IntrinsicElements'
export const unknownTag = <div />
