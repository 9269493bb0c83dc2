// @ts-check
/**
 * Every `new HarnessError(code, message, remedy)` of the sources, read from their syntax trees. A word that is handed in is followed to
 * the calls of the function around it, or to the constant of that name.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parseSync } from '@swc/core';

/** @typedef {any} Node one node of a syntax tree */
/** @typedef {{ name: string, params: string[] }} Around the innermost named function */
/** @typedef {{ code: string, messages: string[], remedies: string[] }} ThrownError */

const sources = new URL('../../src/', import.meta.url);
const UNKNOWN = '…';

/** What one file throws, declares and calls. */
class SourceFile {
  /** @type {{ args: Node[], around: Around | undefined }[]} */
  thrown = [];
  /** @type {Map<string, Node>} */
  constants = new Map();
  /** @type {{ name: string, args: Node[] }[]} */
  calls = [];
  /** @type {Set<string>} */
  imports = new Set();

  /** @param {string} file */
  constructor(file) {
    const text = readFileSync(new URL(file, sources), 'utf8');
    this.#walk(parseSync(text, { syntax: 'typescript', tsx: file.endsWith('x') }), undefined);
  }

  /** @param {Node} node @param {Around | undefined} around */
  #walk(node, around) {
    if (node === null || typeof node !== 'object') return;
    const inside = functionOf(node) ?? around;
    if (node.type === 'NewExpression' && node.callee.value === 'HarnessError')
      this.thrown.push({ args: node.arguments.map(expression), around });
    if (node.type === 'CallExpression' && node.callee.value)
      this.calls.push({ name: node.callee.value, args: node.arguments.map(expression) });
    if (node.type === 'ImportSpecifier') this.imports.add(node.local.value);
    if (node.type === 'VariableDeclarator' && node.init) this.constants.set(node.id.value, node.init);
    for (const child of Object.values(node)) this.#walk(child, inside);
  }
}

const expression = (/** @type {Node} */ argument) => argument.expression;

/** @param {Node} node @returns {Around | undefined} */
function functionOf(node) {
  const made = node.type === 'VariableDeclarator' ? node.init : node;
  if (made?.type !== 'ArrowFunctionExpression' && made?.type !== 'FunctionDeclaration') return undefined;
  const name = node.type === 'VariableDeclarator' ? node.id.value : node.identifier?.value;
  if (name === undefined) return undefined;
  const params = made.params.map((/** @type {Node} */ param) => (param.pat ?? param).value);
  return { name, params };
}

/** The texts an expression may be, `…` where only the running program knows. */
class Texts {
  /** @param {readonly SourceFile[]} files */
  constructor(files) {
    this.files = files;
  }

  /** @param {Node} node @param {SourceFile} file @param {Around | undefined} around @returns {string[]} */
  of(node, file, around) {
    const again = (/** @type {Node} */ part) => this.of(part, file, around);
    switch (node?.type) {
      case 'StringLiteral':
        return [node.value];
      case 'TemplateLiteral':
        return [node.quasis.map((/** @type {Node} */ part) => part.cooked).join(UNKNOWN)];
      case 'ConditionalExpression':
        return [...again(node.consequent), ...again(node.alternate)];
      case 'BinaryExpression':
        return again(node.left).flatMap((left) => again(node.right).map((right) => left + right));
      case 'ParenthesisExpression':
        return again(node.expression);
      case 'Identifier':
        return this.#named(node.value, file, around);
      default:
        return [UNKNOWN];
    }
  }

  /** @param {string} name @param {SourceFile} file @param {Around | undefined} around @returns {string[]} */
  #named(name, file, around) {
    const index = around?.params.indexOf(name) ?? -1;
    if (around && index >= 0) {
      const calling = this.files
        .filter((one) => one === file || one.imports.has(around.name))
        .flatMap((one) => one.calls.filter((call) => call.name === around.name).map((call) => ({ call, one })));
      return calling.flatMap(({ call, one }) => this.of(call.args[index], one, undefined));
    }
    const constant = file.constants.get(name);
    return constant && constant.type !== 'Identifier' ? this.of(constant, file, undefined) : [UNKNOWN];
  }
}

/** @returns {ThrownError[]} in the order of their codes, each code once */
export function thrownErrors() {
  const names = readdirSync(sources, { recursive: true }).map(String);
  const files = names
    .filter((name) => /\.tsx?$/.test(name))
    .sort()
    .map((name) => new SourceFile(name));
  const texts = new Texts(files);
  /** @type {Map<string, ThrownError>} */
  const byCode = new Map();
  for (const file of files) {
    for (const { args, around } of file.thrown) {
      const [codes = [], messages = [], remedies = []] = args.map((argument) => texts.of(argument, file, around));
      for (const code of codes.filter((text) => /^[A-Z][A-Z_]+$/.test(text))) {
        const known = byCode.get(code) ?? { code, messages: [], remedies: [] };
        byCode.set(code, {
          code,
          messages: [...known.messages, ...messages],
          remedies: [...known.remedies, ...remedies],
        });
      }
    }
  }
  return [...byCode.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}
