/*! hepburn 1.3.0, copyright Lovell Fuller and others, Apache-2.0; with bulk-replace, copyright John Resig, MIT */
/** A script that the hosted document loads on the first kana. */
import { romanise } from './card/romanise.js';

if (document.currentScript) Object.assign(document.currentScript, { given: romanise });
