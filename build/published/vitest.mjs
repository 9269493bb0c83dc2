import { expect } from 'vitest';
import loader from './load.js';

loader.load('extend.js').extend(expect);
