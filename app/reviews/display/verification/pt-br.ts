import type { Assurances } from './assurances.ts'

export const ptBr: Assurances = {
  intro: '{shop} coleta avaliações com o Encore, um aplicativo de código aberto. Esta página explica como, e o que significam as marcas.',
  verified:
    '“Compra verificada” significa que encontramos o pedido: a avaliação foi escrita por um link enviado após a entrega, ou o pedido foi localizado de outra forma. Nenhuma outra avaliação leva essa marca.',
  open: 'Visitantes também podem escrever. A compra deles não pôde ser conferida, por isso suas avaliações não levam marca.',
  closed: 'Somente compradores que convidamos podem escrever.',
  all: 'Publicamos avaliações boas e ruins igualmente. Uma avaliação só é ocultada por spam, ofensa, dados pessoais, fuga do assunto ou conteúdo ilegal, e o motivo é sempre registrado. Nota baixa nunca é motivo, e só quem escreveu pode mudar a nota.',
  partial: 'Algumas avaliações não são exibidas por causa da nota. A média e a lista, portanto, não refletem todas as opiniões.',
  rewards:
    'Algumas pessoas recebem uma recompensa, como um desconto no próximo pedido. Ela é a mesma para qualquer avaliação honesta, positiva ou negativa, e cada uma informa isso.',
  noRewards: 'Não damos nada em troca de avaliações.',
  imported: 'Avaliações importadas de outro app informam isso. Não pudemos conferi-las e nunca as chamamos de verificadas.',
  edited: 'Se um texto foi editado depois, por exemplo para retirar dados pessoais, a avaliação informa isso.',
  average: 'A média conta uma vez cada avaliação publicada, inclusive as recompensadas e as importadas.',
}
