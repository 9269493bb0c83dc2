import { expect } from '@jest/globals';
import loader from './load.js';

loader.load('extend.js').extend(expect);
