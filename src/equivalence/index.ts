export { equivalent, FormulaError } from './equivalent.js';
export {
  createSetting,
  type GivenIdentity,
  openSetting,
  type Setting,
  type SettingProblem,
  type SolvedIdentities,
  solveSetting,
} from './setting.js';
export { type CompiledFormula, compileFormula } from './formula.js';
export { compare } from './compare.js';
export { fingerprint } from './fingerprint.js';
export { type ConstantValue, evaluateConstant } from './constant.js';
export { evaluateAt, type Evaluation } from './doubles.js';
export { constantSubexpression, type Needless } from './needless.js';
export {
  formOpinion,
  formOpinions,
  opinionLibraries,
  type Opinion,
  type OpinionLibrary,
  type OpinionRunner,
  type OpinionTask,
  opinionTask,
  type SecondOpinion,
  secondOpinion,
} from './second-opinion/index.js';
