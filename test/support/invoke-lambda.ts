import { handler } from '../../examples/servers/lambda'

// Stands for the platform: hands the event over, and prints what comes back.
console.log(JSON.stringify(await handler(JSON.parse(process.env.EVENT ?? ''))))
