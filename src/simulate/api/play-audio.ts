import { readAloud } from '../audio/read-aloud'
import type { AnnouncementKind } from '../leg/announcements'
import { jsonAnswer } from './answer'
import { changeLeg } from './change-leg'
import type { Route } from './route'

/** `PUT /v1/calls/{uuid}/talk`: speaks to a leg, beside whatever else it hears. */
export const startTalk: Route = {
  method: 'PUT',
  path: /^\/v1\/calls\/([^/]+)\/talk$/,
  hasBody: true,
  answer: (request) =>
    changeLeg(request, ({ call, leg }) => {
      const { body } = request
      const text = (body.require('text') && body.text('text')) || ''
      const loop = body.whole('loop', 0, Number.MAX_SAFE_INTEGER) ?? 1
      body.number('level', -1, 1)
      const language = body.text('language')
      body.text('voice_name')
      body.whole('style', 0, Number.MAX_SAFE_INTEGER)
      body.flag('premium')
      return {
        does: 'talk',
        answer: jsonAnswer({ message: 'Talk started', uuid: leg.uuid }),
        run() {
          const { words, seconds, fault } = readAloud(text)
          if (fault !== undefined) {
            return call.log({
              type: 'note',
              text: `Nothing is heard: the SSML of a talk ${fault}.`,
            })
          }
          leg.announcements.play('talk', {
            text: words,
            isAudio: false,
            seconds,
            loop,
            language,
          })
        },
      }
    }),
}

/** `PUT /v1/calls/{uuid}/stream`: plays audio to a leg, beside whatever else it hears. */
export const startStream: Route = {
  method: 'PUT',
  path: /^\/v1\/calls\/([^/]+)\/stream$/,
  hasBody: true,
  answer: (request) =>
    changeLeg(request, ({ call, leg }) => {
      const { body } = request
      const url = (body.require('stream_url') && body.url('stream_url')) || ''
      const loop = body.whole('loop', 0, Number.MAX_SAFE_INTEGER) ?? 1
      body.number('level', -1, 1)
      return {
        does: 'stream',
        answer: jsonAnswer({ message: 'Stream started', uuid: leg.uuid }),
        run() {
          const seconds = call.platform.streamSeconds(url)
          leg.announcements.play('stream', { text: url, isAudio: true, seconds, loop })
        },
      }
    }),
}

/** `DELETE /v1/calls/{uuid}/talk`. */
export const stopTalk = stop('talk', 'Talk stopped')

/** `DELETE /v1/calls/{uuid}/stream`. */
export const stopStream = stop('stream', 'Stream stopped')

function stop(kind: AnnouncementKind, message: string): Route {
  return {
    method: 'DELETE',
    path: new RegExp(`^/v1/calls/([^/]+)/${kind}$`),
    hasBody: false,
    answer: (request) =>
      changeLeg(request, ({ leg }) => ({
        does: `stop ${kind}`,
        answer: jsonAnswer({ message, uuid: leg.uuid }),
        run: () => leg.announcements.stop(kind),
      })),
  }
}
