import type { ThreeDsWords } from './ja.js';

/** Português: what the shopper reads of 3-D Secure. */
export const threeDs: ThreeDsWords = {
  title: 'Verificação do cartão',
  remaining: 'Faltam {time}',
  'last-minute': 'Falta um minuto.',
  opening: 'Abrindo a página do seu banco…',
  'frame-title': 'Verificação do seu banco',
  cancel: 'Cancelar',
  question: 'Cancelar a verificação?',
  'question-text': 'O pagamento só será concluído após a verificação.',
  continue: 'Continuar',
  stop: 'Sim, cancelar',
  help: 'Não recebeu o código?',
  'help-address': 'Ele é enviado ao telefone ou e-mail cadastrado no seu banco. Veja também a caixa de spam.',
  'help-again': 'Se a página do banco permitir, peça o reenvio. Alguns bancos pedem a aprovação no aplicativo deles.',
  'help-phone': 'Se nada chegar, ligue para o número no verso do cartão.',
  'way-out': 'Nada aparece? Abrir em página inteira',
  'still-blank': 'A página do seu banco ainda não apareceu.',
  blocked: 'Não foi possível mostrar a página do seu banco nesta janela.',
  'whole-page': 'Abrir em página inteira',
  unfinished: 'Ainda não há resultado da verificação do seu banco',
  'unfinished-text': 'Ela começou às {time}. Retome-a ou, se já terminou, veja o resultado.',
  resume: 'Retomar',
  check: 'Ver o resultado',
  'time-over': 'O tempo da verificação acabou. Só se saberá se o pagamento foi feito quando a loja consultar.',
  elsewhere: 'A verificação deste pagamento está em outra aba.',
  consent:
    'Para verificar que este cartão é meu e evitar fraudes, concordo que meu nome, e-mail, telefone e dados semelhantes, ' +
    'bem como dados deste aparelho, sejam enviados ao emissor do cartão.',
  'consent-missing': 'Este consentimento é necessário para o pagamento.',
  save: 'Salvar este cartão para os próximos pagamentos. O número fica com a empresa de pagamentos, não com a loja.',
  'save-always': 'Este cartão será salvo e usado nos próximos pagamentos. O número fica com a empresa de pagamentos, não com a loja.',
};
