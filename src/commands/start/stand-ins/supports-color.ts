/** In the bundle, in place of chalk's own look at the terminal, which loads the network: colours are given to chalk, it is not asked. */
// oxlint-disable-next-line import/no-default-export -- as the package has it
export default { stdout: false, stderr: false };
