'use strict';
require('./load.js').load('second-opinion-worker.js');
