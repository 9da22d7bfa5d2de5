import {
  Connect,
  Conversation,
  createContext,
  createElement,
  Dtmf,
  Fragment,
  Input,
  type NccoNode,
  Phone,
  render,
  renderAsync,
  Talk,
  useContext,
} from 'ncco-jsx'

// One file, so that compilers that know no modules of their own can take it too. It has each shape of JSX that
// compilers treat in a way of their own. `createElement` and `Fragment` are what the classic transform looks for.

const given = { language: 'en-GB', loop: 2 } as const
const departments = [
  { digits: '1', name: 'sales' },
  { digits: '2', name: 'support' },
]

const Department = ({ digits, name }: { digits: string; name: string }) => (
  <>
    For {name}, press <say-as interpret-as="digits">{digits}</say-as>. <break time="300ms" />
  </>
)

function Menu({ attempt = 1 }: { attempt?: number }) {
  return (
    <>
      <Talk bargeIn {...given} loop={1}>
        {attempt > 1 && 'Sorry. '}
        {departments.map((department) => (
          <Fragment key={department.name}>
            <Department {...department} />
          </Fragment>
        ))}
      </Talk>
      <Input eventUrl="https://example.com/chosen?a=1&b=2">
        <Dtmf maxDigits={1} />
      </Input>
    </>
  )
}

const Text = () => (
  <Talk>
    Fish &amp; chips, &quot;caf&eacute;&quot;, {/* not spoken */}
    <sub alias={'World Wide Web "Consortium"'}>W3C</sub> &lt;3
    <lang xmlLang="fr-FR">
      Bonjour
      {['', null, undefined, true, 0]} <emphasis>toi</emphasis> 🎉
    </lang>
  </Talk>
)

// Compilers call `createElement` for a key that comes after a spread, and hand over an array for one child in braces.
const Shapes = () => (
  <>
    <Talk {...given} key="after-spread">
      After a spread.
    </Talk>
    <Talk key="before-spread" {...given} children="As a prop." />
    {[<Talk key="only">{['One', ' ', 'array.']}</Talk>]}
    <Conversation name="room" startOnEnter={false} canHear={[]} />
  </>
)

const Voice = { Language: createContext('en-US') }

function Say({ children }: { children: string }) {
  return <Talk language={useContext(Voice.Language)}>{children}</Talk>
}

function Each<T>({ of, children }: { of: readonly T[]; children: (one: T) => NccoNode }) {
  return of.map(children)
}

const Fragments = () => (
  <Voice.Language.Provider value="de-DE">
    <Say>Guten Tag.</Say>
    <Each<string> of={['447700900002', '447700900003']}>
      {(number) => (
        <Connect from="447700900000" timeout={20}>
          <Phone number={number} />
        </Connect>
      )}
    </Each>
  </Voice.Language.Provider>
)

async function Later({ seconds }: { seconds: number }) {
  await undefined
  return <Talk>In {seconds} seconds.</Talk>
}

// Each negative loop is a mistake, in a shape of its own: the compiler is to say where it stands.
function Root() {
  return (
    <Talk loop={-1}>
      The element that a component returns, in parentheses of its own because it is a long one.
    </Talk>
  )
}

const Branch = ({ isOpen }: { isOpen: boolean }) =>
  isOpen ? <Talk>Open.</Talk> : <Talk loop={-2}>A branch of a condition.</Talk>

const Wrong = () => (
  <>
    <Root />
    <Branch isOpen={false} />
    {/* A comment before an element. */}
    <Talk loop={-3}>After a comment.</Talk>
    {['One'].map((word) => (
      <Talk key={word} loop={-4}>
        {word} of a list, each of which could have been a mistake that nobody has made up to now.
      </Talk>
    ))}
    <Talk {...given} key="after-spread" loop={-5}>
      A key after a spread.
    </Talk>
    {given.loop && <Talk loop={-6}>Behind a condition.</Talk>}
    <Talk loop={-7}>After an element.</Talk>
  </>
)

/** A mistake in a flow, and the place that the compiler gives it. */
function mistakes() {
  try {
    return render(<Wrong />)
  } catch (error) {
    const { issues } = error as { issues: { code: string; source?: object }[] }
    return issues.map(({ code, source }) => ({ code, source }))
  }
}

/** Everything that the matrix compares. */
export async function outcome() {
  return {
    nccos: {
      menu: render(<Menu attempt={2} />),
      text: render(<Text />),
      shapes: render(<Shapes />),
      fragments: render(<Fragments />),
      async: await renderAsync(
        <>
          <Later seconds={0} />
          <Later seconds={1.5} />
        </>,
      ),
      created: render(createElement(Talk, { ...given, loop: 0 }, 'Without JSX.')),
    },
    mistakes: mistakes(),
  }
}
