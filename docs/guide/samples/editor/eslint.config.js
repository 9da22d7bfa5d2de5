import react from 'eslint-plugin-react'
import ts from 'typescript-eslint'

export default ts.config(
  ts.configs.recommended,
  // If the project has React as well; otherwise leave out what follows.
  react.configs.flat.recommended,
  { settings: { react: { version: '19' } } },
  {
    files: ['src/calls/**'],
    rules: {
      'react/jsx-key': 'off',
      'react/no-unescaped-entities': 'off',
      'react/no-unknown-property': 'off',
      'react/prop-types': 'off',
      'react/react-in-jsx-scope': 'off',
    },
  },
)
