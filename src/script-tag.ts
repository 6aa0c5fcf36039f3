/** The script tag: everything inlined, registers itself. */
import './define.js';
