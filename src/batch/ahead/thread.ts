/** The entry of the thread that reads ahead. */
import { workerData } from 'node:worker_threads';
import { readAhead, type AheadOrder } from './reader.js';

readAhead(workerData as AheadOrder);
