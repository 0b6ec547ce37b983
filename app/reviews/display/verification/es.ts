import type { Assurances } from './assurances.ts'

export const es: Assurances = {
  intro: '{shop} recoge reseñas con Encore, una aplicación de código abierto. Aquí se explica cómo y qué significan las marcas.',
  verified:
    '«Compra verificada» significa que encontramos el pedido: la reseña se escribió desde un enlace enviado tras la entrega, o el pedido se localizó de otro modo. Ninguna otra reseña lleva esta marca.',
  open: 'También pueden escribir los visitantes. Su compra no se pudo comprobar, por lo que sus reseñas no llevan marca.',
  closed: 'Solo pueden escribir los compradores a quienes lo pedimos.',
  all: 'Publicamos reseñas buenas y malas por igual. Una reseña se oculta solo por spam, insultos, datos personales, no tratar del producto o ser ilícita, y siempre se registra el motivo. Una puntuación baja nunca es motivo, y solo quien escribe puede cambiarla.',
  partial: 'Algunas reseñas no se muestran por su puntuación. La media y la lista no reflejan, por tanto, todas las opiniones.',
  rewards:
    'Algunas personas reciben una recompensa, como un descuento en el próximo pedido. Es la misma para cualquier reseña honesta, positiva o negativa, y cada una lo indica.',
  noRewards: 'No damos nada a cambio de las reseñas.',
  imported: 'Las reseñas importadas de otra aplicación lo indican. No pudimos comprobarlas y nunca las llamamos verificadas.',
  edited: 'Si un texto se editó después, por ejemplo para quitar datos personales, la reseña lo indica.',
  average: 'La media cuenta una vez cada reseña publicada, también las recompensadas y las importadas.',
}
