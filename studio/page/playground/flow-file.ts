/** The name of the module in the editor. */
export const flowFile = 'flow.tsx'
