/**
 * Small fields that business aviation uses and the source leaves out. Middle of the runways by OurAirports (public
 * domain), the rest is our own knowledge: `icao|iata|other code|name|city|country|latitude|longitude|key words`.
 */
export const smallAirports: readonly string[] = [
  "KAPC|APC||Napa County|Napa|US|38.216|-122.282|Napa Valley",
  "KADS|ADS||Addison|Dallas|US|32.969|-96.836|Addison",
  "KBCT|BCT||Boca Raton|Boca Raton|US|26.378|-80.108|",
  "KCDW|CDW||Essex County|Caldwell|US|40.873|-74.282|New York City",
  "KDVT|DVT||Deer Valley|Phoenix|US|33.69|-112.082|",
  "KFCM|FCM||Flying Cloud|Minneapolis|US|44.829|-93.457|Eden Prairie",
  "KGUC|GUC||Gunnison-Crested Butte|Gunnison|US|38.528|-106.939|",
  "KHCR||HCR|Heber Valley|Heber City|US|40.482|-111.429|Park City",
  "KHDN|HDN||Yampa Valley|Hayden|US|40.481|-107.217|Steamboat Springs",
  "KHND|HSH|HND|Henderson Executive|Las Vegas|US|35.974|-115.133|Henderson",
  "KHWD|HWD||Hayward Executive|Hayward|US|37.66|-122.122|San Francisco",
  "KJYO||JYO|Leesburg Executive|Leesburg|US|39.078|-77.557|Washington",
  "KMVY|MVY||Martha's Vineyard|Vineyard Haven|US|41.392|-70.618|",
  "KMYF|MYF||Montgomery-Gibbs Executive|San Diego|US|32.817|-117.141|",
  "KORL|ORL||Orlando Executive|Orlando|US|28.546|-81.331|",
  "KPAO|PAO||Palo Alto|Palo Alto|US|37.461|-122.115|",
  "KPWA|PWA||Wiley Post|Oklahoma City|US|35.531|-97.647|",
  "KSDL|SCF|SDL|Scottsdale|Scottsdale|US|33.623|-111.91|Phoenix",
  "KSQL|SQL||San Carlos|San Carlos|US|37.512|-122.25|San Francisco",
  "KSUA|SUA||Witham Field|Stuart|US|27.184|-80.222|",
  "KTEX|TEX||Telluride|Telluride|US|37.954|-107.909|",
  "KTOA|TOA||Zamperini Field|Torrance|US|33.804|-118.339|Los Angeles",
  "KUDD|UDD||Bermuda Dunes|Palm Springs|US|33.748|-116.275|Bermuda Dunes",
  "LELL|QSA||Sabadell|Barcelona|ES|41.52|2.106|Sabadell",
  "SBJD|QDV||Jundiaí|Jundiaí|BR|-23.181|-46.944|São Paulo",
  "VOGO|GOI||Dabolim|Goa|IN|15.381|73.831|",
];

/** Cities that the source does not name. */
export const missingCities: Readonly<Record<string, string>> = { LSZS: "St. Moritz" };
