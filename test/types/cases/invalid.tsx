import {
  Connect,
  Conversation,
  createContext,
  createElement,
  Dtmf,
  Input,
  Notify,
  Phone,
  Record,
  render,
  Sip,
  Stream,
  Talk,
  useContext,
  Wait,
  Websocket,
} from 'ncco-jsx'

const phone = <Phone number="447700900001" />

// fails: Type 'string' is not assignable to type 'number'
export const madeOfWrongType = createElement(Wait, { timeout: '5' })

// fails: 'langauge' does not exist
export const madeOfWrongName = createElement(Talk, { langauge: 'en-GB' }, 'Hello')

// fails: Argument of type '"brake"' is not assignable to parameter of type
export const madeOfWrongTag = createElement('brake')

// fails: Property 'timeot' does not exist
export const wrongName = <Wait timeot={5} />

// fails: Type 'string' is not assignable to type 'number'
export const wrongType = <Wait timeout="5" />

// fails: Type 'string' is not assignable to type 'boolean
export const quotedBoolean = <Talk bargeIn="true">Hello</Talk>

// fails: Type 'string[]' is not assignable to type
export const urlInBrackets = (
  <Input eventUrl={['https://example.com/chosen']}>
    <Dtmf />
  </Input>
)

// fails: Type 'number' is not assignable to type 'string'
export const numberWithoutQuotes = <Phone number={447700900001} />

// fails: Property 'br' does not exist
export const lineBreakOfHtml = (
  <Talk>
    Hello <br /> there
  </Talk>
)

// fails: Property 'b' does not exist
export const boldOfHtml = (
  <Talk>
    It is <b>urgent</b>.
  </Talk>
)

// fails: 'url' does not exist
export const lastWordOfOption = <Stream url="https://example.com/hold.mp3" />

// fails: Type '"asynchronous"' is not assignable to type '"synchronous"
export const defaultByName = <Connect eventType="asynchronous">{phone}</Connect>

// fails: Type '"flac"' is not assignable to type
export const wrongChoice = <Record format="flac" endOnKey="#" />

// fails: Property 'number' is missing
export const missingNumber = <Phone />

// fails: Type 'string' is not assignable to type
export const textAsPayload = <Notify payload="menu" eventUrl="https://example.com" />

// fails: Property 'contentType' is missing
export const missingContentType = <Websocket uri="wss://example.com" />

// fails: Property 'eventUrl' is missing
export const missingEventUrl = <Notify payload={{}} />

// fails: Property 'name' is missing
export const missingName = <Conversation />

// fails: Property 'children' is missing
export const missingEndpoint = <Connect />

// fails: is not assignable to type
export const missingText = <Talk />

// fails: Property 'children' is missing
export const missingTextBesideOption = <Talk language="en-GB" />

// fails: Property ''xml:lang'' is missing
export const missingLang = <lang>Bonjour</lang>

// fails: 'Input' components don't accept text as child elements
export const textInInput = <Input>Press 1</Input>

// fails: Type 'string' is not assignable to type 'ElementNode'
export const textInConnect = <Connect>Call {phone}</Connect>

// fails: has no properties in common with type
export const textInWait = <Wait>a moment</Wait>

// fails: has no properties in common with type
export const childInDtmf = <Dtmf>{phone}</Dtmf>

// fails: is not assignable to type
export const textTwice = <Talk ssml="<speak>Hello</speak>">Hello</Talk>

// fails: is not assignable to type
export const twoAddresses = <Sip uri="sip:a@example.com" domain="trunk" />

// fails: Property 'voiceName' does not exist
export const legacyVoice = <Talk voiceName="Amy">Hello</Talk>

// fails: Property 'maxDigits' does not exist
export const pre2021Input = <Input maxDigits={1}>{<Dtmf />}</Input>

// fails: Type 'string[]' is not assignable to type 'Url<"notify">'
export const urlInArray = <Notify payload={{}} eventUrl={['https://example.com']} />

// fails: Property 'div' does not exist on type 'JSX.IntrinsicElements'
export const unknownTag = (
  <Talk>
    <div />
  </Talk>
)

// fails: Property 'tme' does not exist
export const unknownAttribute = (
  <Talk>
    <break tme="1s" />
  </Talk>
)

// fails: Property ''interpret-as'' is missing
export const missingAttribute = (
  <Talk>
    <say-as>1234</say-as>
  </Talk>
)

// fails: Property 'format' does not exist on type 'SayAs<
export const formatOfNoDate = (
  <Talk>
    <say-as interpret-as="time" format="dmy">
      1'30"
    </say-as>
  </Talk>
)

// fails: Type '"1 second"' is not assignable to type
export const wrongTime = (
  <Talk>
    <break time="1 second" />
  </Talk>
)

const ReturnsObject = () => ({ action: 'talk' })
// fails: 'ReturnsObject' cannot be used as a JSX component
export const plainObject = <ReturnsObject />

const ReturnsNothing = () => {
  ;<Talk>Hello</Talk>
}
// fails: 'ReturnsNothing' cannot be used as a JSX component
export const forgottenReturn = <ReturnsNothing />

const Greeting = ({ name }: { name: string }) => <Talk>{name}</Talk>
// fails: Property 'name' is missing
export const missingProp = <Greeting />

const Name = createContext('nobody')
// fails: Type 'number' is not assignable to type 'string'
export const wrongContext = <Name.Provider value={7}>{phone}</Name.Provider>

// fails: Type 'string' is not assignable to type 'number'
export const wrongValue: number = useContext(Name)

// fails: is not assignable to parameter of type
export const promise = render(Promise.resolve(phone))
