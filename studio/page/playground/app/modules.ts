import * as core from 'ncco-jsx'
import * as dialog from 'ncco-jsx/dialog'
import * as runtime from 'ncco-jsx/jsx-dev-runtime'
import * as serve from 'ncco-jsx/serve'
import { type importable, refusal } from '../compile/refuse-imports'
import type { Finding } from '../finding'
import { ofError, ofIssue } from '../finding'
import { flowFile } from '../flow-file'

type JsxDev = typeof runtime.jsxDEV

// The compiler makes a path of the name of the file.
const jsxDEV: JsxDev = (type, props, key, isStatic, source, self) => {
  const place = source && { ...source, fileName: flowFile }
  return runtime.jsxDEV(type, props, key, isStatic, place, self)
}

/** What a flow gets for `require(specifier)`. */
export type Require = (specifier: string) => object

/**
 * The modules that a flow can import.
 *
 * @param report hears of everything that is found in what the flow renders
 */
export function makeRequire(
  secret: string,
  report: (findings: readonly Finding[]) => void,
): Require {
  const modules: Readonly<Record<(typeof importable)[number], object>> = {
    'ncco-jsx': core,
    'ncco-jsx/dialog': dialog,
    'ncco-jsx/serve': { ...serve, createVoiceApp: createReportingApp(secret, report) },
  }
  const all: Readonly<Record<string, object>> = {
    ...modules,
    'ncco-jsx/jsx-dev-runtime': { ...runtime, jsxDEV },
  }
  return (specifier) => {
    const module = Object.hasOwn(all, specifier) ? all[specifier] : undefined
    if (!module) throw new Error(refusal(specifier))
    return module
  }
}

type CreateVoiceApp = typeof serve.createVoiceApp

/** `createVoiceApp` for an app that anybody may call, with a secret where it has none, and whose findings are reported. */
function createReportingApp(
  secret: string,
  report: (findings: readonly Finding[]) => void,
): CreateVoiceApp {
  return (options) => {
    // What is not an object is refused with the words of the app.
    if (typeof options !== 'object' || options === null) return serve.createVoiceApp(options)
    return serve.createVoiceApp({
      ...options,
      secret: options.secret ?? secret,
      signature: false,
      development: true,
      onError: (error, webhook) => {
        report(ofError(error))
        return options.onError?.(error, webhook)
      },
      onWarning: (issue, webhook) => {
        report([ofIssue(issue)])
        options.onWarning?.(issue, webhook)
      },
    })
  }
}
