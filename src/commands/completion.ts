import { type Command, textOption } from './command.js';
import { exitCode } from './exit-code.js';

/** Asks for completions: `check --get-yargs-completions check <words…>`. The name is yargs'. */
export const completionFlag = 'get-yargs-completions';

/** Scripts that ask the program itself, so that they never grow old. Where it has nothing to say, the shell completes file names. */
const scripts = {
  bash: `_check_completions() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen -W "$(check --${completionFlag} "\${COMP_WORDS[@]:0:COMP_CWORD+1}" 2>/dev/null)" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o bashdefault -o default -F _check_completions check
`,
  zsh: `#compdef check
_check_completions() {
  local -a known
  known=("\${(@f)$(check --${completionFlag} "\${words[@]:0:$CURRENT}" 2>/dev/null)}")
  [[ -n "$known" ]] && compadd -a known || _files
}
compdef _check_completions check
`,
  fish: `complete -c check -a '(check --${completionFlag} (commandline -opc) (commandline -ct) 2>/dev/null)'
`,
} as const;

type Shell = keyof typeof scripts;

const shellOf = (path = ''): Shell => (path.endsWith('zsh') ? 'zsh' : path.endsWith('fish') ? 'fish' : 'bash');

export const completionCommand = {
  name: 'completion',
  summary: 'print a script that completes commands, options and problems in your shell',
  positionals: [],
  options: { shell: { summary: 'which shell (default: yours)', value: 'name', choices: Object.keys(scripts) } },
  examples: [
    ['source <(check completion)', 'complete what follows “check” in this shell; in ~/.bashrc or ~/.zshrc, always'],
  ],
  run: (args, io) => {
    io.write(scripts[shellOf(textOption(args, 'shell') ?? process.env['SHELL'])]);
    return exitCode.done;
  },
} as const satisfies Command;
