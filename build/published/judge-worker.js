'use strict';
require('./load.js').load('judge-worker.js');
