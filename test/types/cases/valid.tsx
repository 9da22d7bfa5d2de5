import {
  AdvancedMachineDetection,
  App,
  Authorization,
  Connect,
  Conversation,
  check,
  createContext,
  createElement,
  Dtmf,
  type DtmfProps,
  Fragment,
  Input,
  type Issue,
  type Ncco,
  type NccoElement,
  type NccoNode,
  Notify,
  OnAnswer,
  Phone,
  Raw,
  Record,
  render,
  renderAsync,
  Sip,
  Speech,
  Stream,
  Talk,
  type TalkOptions,
  Transcription,
  Transfer,
  useContext,
  Vbc,
  Wait,
  Websocket,
} from 'ncco-jsx'

const Text = () => 'text'
const Numeral = () => 7
const Nothing = () => null
const Flag = () => false
const Several = () => [<Wait key={1} />, 'text', 0]
const Later = async () => <Talk>Hello</Talk>
const LaterText = async () => 'text'
const Empty = () => undefined

interface Order {
  id: number
  items: string[]
}
declare const order: Order
declare const dtmf: DtmfProps

interface SayProps extends TalkOptions {
  children: NccoNode
}
export const Say = (props: SayProps) => <Talk language="en-GB" {...props} />

const Name = createContext<{ first: string } | null>(null)
const first: string | undefined = useContext(Name)?.first

interface Props {
  name: string
  children?: NccoNode
}
const Greeting = ({ name, children }: Props): NccoElement => (
  <Talk language="en-GB" style={2}>
    Hello {name}, {name.length > 3 && 'what a long name'} {children}
  </Talk>
)

export const flow = (
  <>
    <Text />
    <Numeral />
    <Nothing />
    <Flag />
    <Several />
    <Later />
    <LaterText />
    <Empty />
    <Fragment key="x">
      <Greeting key="greeting" name="Ada">
        <break time="400ms" />
        <s key="s">A sentence</s>
        <lang xml:lang="fr-FR">Bonjour</lang>
        <lang xmlLang="it-IT">Ciao</lang>
        <say-as interpret-as="date" format="dmy">
          24/12/2026
        </say-as>
        <prosody rate="slow" volume="+6dB" pitch="-10%">
          <emphasis level="strong">slowly</emphasis>
        </prosody>
        <sub alias="Voice API">VAPI</sub>
        <phoneme alphabet="ipa" ph="tə">
          to
        </phoneme>
      </Greeting>
    </Fragment>
    <Talk ssml="<speak>Hello</speak>" language="xx-XX" style={99} />
    <Talk language={first} children={['Hello', 1, null, undefined, true, [<break key="b" />]]} />
    <Name.Provider value={{ first: 'Ada' }}>
      <Wait unchecked={{ any: 'thing' }} timeout={undefined} />
    </Name.Provider>
    <Connect from="447700900000" eventType="synchronous" eventUrl="https://example.com">
      <Phone number="447700900001" dtmfAnswer="1p2">
        <OnAnswer url="https://example.com/whisper" />
      </Phone>
      {first && (
        <AdvancedMachineDetection behavior="continue" mode="detect_beep" beepTimeout={45} />
      )}
    </Connect>
    <Connect>
      <App user="alice" />
    </Connect>
    <Connect>
      <Vbc extension="111" />
    </Connect>
    <Connect>
      <Sip
        domain="trunk"
        user="alice"
        standardHeaders={{ 'User-to-User': 'x' }}
        headers={{ a: 'b' }}
      />
    </Connect>
    <Connect>
      <Sip uri="sip:alice@example.com" />
    </Connect>
    <Connect>
      <Websocket
        uri="wss://example.com"
        contentType="audio/l16;rate=24000"
        headers={{ nested: { any: [1, null] } }}
      >
        <Authorization type="custom" value="Bearer x" />
      </Websocket>
    </Connect>
    <Input mode="synchronous">
      <Dtmf maxDigits={1} />
      <Speech language="en-GB" context={['sales']} provider="other" />
    </Input>
    <Record endOnKey="#">
      <Transcription />
    </Record>
    <Conversation name="room" canHear={[]} canSpeak={['leg'] as const} record>
      <Transcription language="en-GB" sentimentAnalysis />
    </Conversation>
    <Stream streamUrl="https://example.com/hold.mp3" loop={0} />
    <Notify payload={{ deep: { er: 1 } }} eventUrl="https://example.com" />
    <Transfer conversationId="CON-1" mute />
    <Notify payload={order} eventUrl="https://example.com" unchecked={order} />
    <Raw ncco={[{ action: 'talk', text: 'Hello' }]} />
    <Raw ncco={[order]} />
  </>
)

export const ncco: Ncco = render(flow, { strict: true, onWarning: (issue: Issue) => issue.path })
export const later: Promise<Ncco> = renderAsync(flow)
export const made: NccoElement = createElement(Talk, { key: 'x' }, 'Hello', <break />)
export const madeOfAll: NccoElement[] = [
  createElement(Talk, { ssml: '<speak>Hello</speak>', key: 1 }),
  createElement(Talk, { children: 'Hello' }),
  createElement(Say, null, 'Hello'),
  createElement(Name.Provider, { value: null }, <Wait />),
  createElement(Fragment, null, <Wait />, <Wait />),
  createElement(Later),
  createElement('break', { time: '400ms' }),
  createElement('lang', { 'xml:lang': 'fr-FR' }, 'Bonjour'),
]
export const madeOfProps: NccoElement = createElement(Dtmf, dtmf)
export const issues: Issue[] = check(JSON.parse('[]'))
