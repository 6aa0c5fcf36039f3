import type { ThreeDsWords } from './ja.js';

/** Español: what the shopper reads of 3-D Secure. */
export const threeDs: ThreeDsWords = {
  title: 'Verificación de la tarjeta',
  remaining: 'Quedan {time}',
  'last-minute': 'Queda un minuto.',
  opening: 'Abriendo la página de su banco…',
  'frame-title': 'Verificación de su banco',
  cancel: 'Cancelar',
  question: '¿Cancelar la verificación?',
  'question-text': 'El pago no se completa hasta que termine la verificación.',
  continue: 'Continuar',
  stop: 'Sí, cancelar',
  help: '¿No recibe el código?',
  'help-address': 'Se envía al teléfono o al correo registrado en su banco. Revise también el correo no deseado.',
  'help-again': 'Si la página del banco permite reenviarlo, hágalo. Algunos bancos piden la aprobación en su aplicación.',
  'help-phone': 'Si no llega nada, llame al número que figura al dorso de la tarjeta.',
  'way-out': '¿No se ve nada? Abrir en página completa',
  'still-blank': 'La página de su banco aún no ha aparecido.',
  blocked: 'No se ha podido mostrar en esta ventana.',
  'whole-page': 'Abrir en página completa',
  unfinished: 'Aún no hay resultado de la verificación de su banco',
  'unfinished-text': 'Empezó a las {time}. Reanúdela o, si ya la terminó, consulte el resultado.',
  resume: 'Reanudar',
  check: 'Consultar el resultado',
  'time-over': 'El tiempo de la verificación ha terminado. No se sabrá si el pago se realizó hasta que la tienda lo consulte.',
  elsewhere: 'La verificación de este pago está abierta en otra pestaña.',
  consent:
    'Para verificar que esta tarjeta es mía y evitar fraudes, acepto que mi nombre, correo electrónico, teléfono y datos ' +
    'similares, así como datos de este dispositivo, se faciliten al emisor de la tarjeta.',
  'consent-missing': 'Para pagar es necesario este consentimiento.',
  save: 'Guardar esta tarjeta para los próximos pagos. El número lo conserva la empresa de pagos, no la tienda.',
  'save-always': 'Esta tarjeta se guarda y se usa en los próximos pagos. El número lo conserva la empresa de pagos, no la tienda.',
};
