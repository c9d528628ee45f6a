/** ISO 4217 code, upper case, for example `EUR`. */
export type CurrencyCode = string;

/** An amount in minor units of its currency: 1250 EUR is 12.50 euros, 1250 JPY is 1,250 yen, 1250 BHD is 1.250 dinars. */
export type Minor = number;
