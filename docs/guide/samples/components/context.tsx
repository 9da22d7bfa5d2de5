import { createContext, type NccoNode, Talk, useContext } from 'ncco-jsx'

const Brand = createContext('the Example Company')

const Greeting = () => <Talk>Welcome to {useContext(Brand)}.</Talk>

const Line = ({ children }: { children: NccoNode }) => (
  <Brand.Provider value="the Example Clinic">{children}</Brand.Provider>
)

export const Flow = () => (
  <Line>
    <Greeting />
  </Line>
)
