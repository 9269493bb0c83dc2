'use strict';
require('./load.js').load('sqlite-thread.js');
