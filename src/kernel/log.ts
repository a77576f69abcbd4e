import winston from 'winston';

/**
 * What a log line may hold besides its message: counts, names of statements, ids of errors. Never personal data or
 * tokens.
 */
export interface Log {
  error(message: string, fields?: Record<string, unknown>): void;
  warn(message: string, fields?: Record<string, unknown>): void;
  info(message: string, fields?: Record<string, unknown>): void;
  debug(message: string, fields?: Record<string, unknown>): void;
}

const FORBIDDEN =
  /authorization|token|password|secret|cookie|email|phone|name$|address|birthday|wechat|weibo|linkedin|variables/i;

/** Drops the fields whose key says that they could hold a person or a secret; nested objects likewise. */
export function withoutPersonalData(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([key]) => !FORBIDDEN.test(key))
      .map(([key, value]) => [
        key,
        value && typeof value === 'object' && !Array.isArray(value)
          ? withoutPersonalData(value as Record<string, unknown>)
          : value,
      ]),
  );
}

/**
 * Structured JSON lines on standard error, so that standard output stays the answer of a command; or in a file of 10
 * MB, kept twice.
 */
export function makeLog(level: string, file?: string): Log {
  const logger = winston.createLogger({
    level,
    format: winston.format.combine(winston.format.timestamp(), winston.format.json()),
    transports: [file === undefined ? toStandardError() : toFile(file)],
  });
  const at =
    (name: 'error' | 'warn' | 'info' | 'debug') =>
    (message: string, fields: Record<string, unknown> = {}) => {
      // winston formats a line before it asks whether anybody wants it.
      if (logger.isLevelEnabled(name)) logger.log(name, message, withoutPersonalData(fields));
    };
  return { error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') };
}

function toStandardError() {
  return new winston.transports.Console({ stderrLevels: ['error', 'warn', 'info', 'debug'] });
}

function toFile(filename: string) {
  return new winston.transports.File({
    filename,
    maxsize: 10_000_000,
    maxFiles: 2,
    options: { flags: 'a', mode: 0o600 },
  });
}
