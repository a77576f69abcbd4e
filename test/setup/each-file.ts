import { closeTestDriver } from './database.js';

afterAll(closeTestDriver);
