import fc from 'fast-check'
import { type Call, SimulatorError } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { watchUnhandled } from '../../support/unhandled'
import { anyChanged, anyValue } from './any-request'
import { disagreements, type Operation, operations } from './description'

// Clients that send what comes to their mind, at any moment, to calls that do the same.
