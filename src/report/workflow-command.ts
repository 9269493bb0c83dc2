/** Escapes of GitHub's workflow commands. Source: GitHub, workflow commands for GitHub Actions. */

/** What stands after `::`. */
export const commandData = (text: string): string =>
  text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');

/** The value of a property, such as `title=`. */
export const commandProperty = (text: string): string => commandData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
