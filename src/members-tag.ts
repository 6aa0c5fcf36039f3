/** The script tag of what a shop with members needs: everything inlined, registers itself. Beside `shoji-card.js`, in any order. */
import './members-define.js';
