/** Somebody else recorded something in this journey, five times in a row, between reading and writing. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
}

/** The form was made from an older version than the journey has now. */
export class StaleForm extends Error {
  override readonly name = 'StaleForm';
  constructor(
    readonly seen: number,
    readonly current: number,
  ) {
    super('A person has recorded something since');
  }
}

/** The engine that asked is of an older generation: another Temporal has taken over. */
export class Fenced extends Error {
  override readonly name = 'Fenced';
}

/** This command was carried out before; the answer is the journey as it was then. */
export class AlreadyAnswered extends Error {
  override readonly name = 'AlreadyAnswered';
  constructor(
    readonly journey: string,
    readonly streamVersion: number,
    readonly status: number,
  ) {
    super('This command was answered before');
  }
}

/** The Idempotency-Key came before with another body. */
export class KeyReused extends Error {
  override readonly name = 'KeyReused';
}
