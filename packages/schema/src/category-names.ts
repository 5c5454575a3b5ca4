import type { AircraftCategory } from "./aircraft-category.ts";
import type { Language } from "./language.ts";

type Names = Readonly<Record<AircraftCategory, string>>;

const english: Names = {
  "Helicopter single engine": "Helicopter, single engine",
  "Helicopter twin engine": "Helicopter, twin engine",
  Piston: "Piston",
  "Turbo prop": "Turboprop",
  "Entry level jet (VLJ)": "Entry-level jet",
  "Light jet": "Light jet",
  "Super light jet": "Super light jet",
  "Midsize jet": "Midsize jet",
  "Super midsize jet": "Super midsize jet",
  "Heavy jet": "Heavy jet",
  "Ultra long range": "Ultra long range",
  "VIP airliner": "VIP airliner",
  Airliner: "Airliner",
};

const arabic: Names = {
  "Helicopter single engine": "مروحية بمحرك واحد",
  "Helicopter twin engine": "مروحية بمحركين",
  Piston: "طائرة مكبسية",
  "Turbo prop": "طائرة توربوبروب",
  "Entry level jet (VLJ)": "نفاثة صغيرة جدًا",
  "Light jet": "نفاثة خفيفة",
  "Super light jet": "نفاثة فوق الخفيفة",
  "Midsize jet": "نفاثة متوسطة",
  "Super midsize jet": "نفاثة فوق المتوسطة",
  "Heavy jet": "نفاثة كبيرة",
  "Ultra long range": "نفاثة بعيدة المدى جدًا",
  "VIP airliner": "طائرة ركاب لكبار الشخصيات",
  Airliner: "طائرة ركاب",
};

const german: Names = {
  "Helicopter single engine": "Hubschrauber, einmotorig",
  "Helicopter twin engine": "Hubschrauber, zweimotorig",
  Piston: "Kolbenmotorflugzeug",
  "Turbo prop": "Turboprop",
  "Entry level jet (VLJ)": "Very Light Jet",
  "Light jet": "Light Jet",
  "Super light jet": "Super Light Jet",
  "Midsize jet": "Midsize Jet",
  "Super midsize jet": "Super Midsize Jet",
  "Heavy jet": "Heavy Jet",
  "Ultra long range": "Ultra Long Range Jet",
  "VIP airliner": "VIP-Airliner",
  Airliner: "Airliner",
};

const spanish: Names = {
  "Helicopter single engine": "Helicóptero monomotor",
  "Helicopter twin engine": "Helicóptero bimotor",
  Piston: "Avión de pistón",
  "Turbo prop": "Turbohélice",
  "Entry level jet (VLJ)": "Jet muy ligero",
  "Light jet": "Jet ligero",
  "Super light jet": "Jet superligero",
  "Midsize jet": "Jet mediano",
  "Super midsize jet": "Jet supermediano",
  "Heavy jet": "Jet grande",
  "Ultra long range": "Jet de ultralargo alcance",
  "VIP airliner": "Avión comercial VIP",
  Airliner: "Avión comercial",
};

const french: Names = {
  "Helicopter single engine": "Hélicoptère monomoteur",
  "Helicopter twin engine": "Hélicoptère bimoteur",
  Piston: "Avion à pistons",
  "Turbo prop": "Turbopropulseur",
  "Entry level jet (VLJ)": "Jet très léger",
  "Light jet": "Jet léger",
  "Super light jet": "Jet super-léger",
  "Midsize jet": "Jet moyen",
  "Super midsize jet": "Jet super-moyen",
  "Heavy jet": "Grand jet",
  "Ultra long range": "Jet ultra long-courrier",
  "VIP airliner": "Avion de ligne VIP",
  Airliner: "Avion de ligne",
};

const hebrew: Names = {
  "Helicopter single engine": "מסוק חד־מנועי",
  "Helicopter twin engine": "מסוק דו־מנועי",
  Piston: "מטוס בוכנה",
  "Turbo prop": "מטוס טורבו־פרופ",
  "Entry level jet (VLJ)": "סילון קל מאוד",
  "Light jet": "סילון קל",
  "Super light jet": "סילון סופר־קל",
  "Midsize jet": "סילון בינוני",
  "Super midsize jet": "סילון סופר־בינוני",
  "Heavy jet": "סילון גדול",
  "Ultra long range": "סילון לטווח ארוך במיוחד",
  "VIP airliner": "מטוס נוסעים אח״מ",
  Airliner: "מטוס נוסעים",
};

const italian: Names = {
  "Helicopter single engine": "Elicottero monomotore",
  "Helicopter twin engine": "Elicottero bimotore",
  Piston: "Aereo a pistoni",
  "Turbo prop": "Turboelica",
  "Entry level jet (VLJ)": "Jet molto leggero",
  "Light jet": "Jet leggero",
  "Super light jet": "Jet superleggero",
  "Midsize jet": "Jet medio",
  "Super midsize jet": "Jet supermedio",
  "Heavy jet": "Jet grande",
  "Ultra long range": "Jet a lunghissimo raggio",
  "VIP airliner": "Aereo di linea VIP",
  Airliner: "Aereo di linea",
};

const dutch: Names = {
  "Helicopter single engine": "Helikopter, eenmotorig",
  "Helicopter twin engine": "Helikopter, tweemotorig",
  Piston: "Zuigermotorvliegtuig",
  "Turbo prop": "Turboprop",
  "Entry level jet (VLJ)": "Very light jet",
  "Light jet": "Light jet",
  "Super light jet": "Super light jet",
  "Midsize jet": "Midsize jet",
  "Super midsize jet": "Super midsize jet",
  "Heavy jet": "Heavy jet",
  "Ultra long range": "Ultra long range jet",
  "VIP airliner": "Vip-airliner",
  Airliner: "Airliner",
};

const portuguese: Names = {
  "Helicopter single engine": "Helicóptero monomotor",
  "Helicopter twin engine": "Helicóptero bimotor",
  Piston: "Avião a pistão",
  "Turbo prop": "Turboélice",
  "Entry level jet (VLJ)": "Jato muito leve",
  "Light jet": "Jato leve",
  "Super light jet": "Jato superleve",
  "Midsize jet": "Jato médio",
  "Super midsize jet": "Jato supermédio",
  "Heavy jet": "Jato grande",
  "Ultra long range": "Jato de ultralongo alcance",
  "VIP airliner": "Avião comercial VIP",
  Airliner: "Avião comercial",
};

const russian: Names = {
  "Helicopter single engine": "Вертолёт, один двигатель",
  "Helicopter twin engine": "Вертолёт, два двигателя",
  Piston: "Поршневой самолёт",
  "Turbo prop": "Турбовинтовой самолёт",
  "Entry level jet (VLJ)": "Очень лёгкий джет",
  "Light jet": "Лёгкий джет",
  "Super light jet": "Суперлёгкий джет",
  "Midsize jet": "Средний джет",
  "Super midsize jet": "Суперсредний джет",
  "Heavy jet": "Тяжёлый джет",
  "Ultra long range": "Ультрадальний джет",
  "VIP airliner": "ВИП-лайнер",
  Airliner: "Авиалайнер",
};

const chinese: Names = {
  "Helicopter single engine": "单发直升机",
  "Helicopter twin engine": "双发直升机",
  Piston: "活塞飞机",
  "Turbo prop": "涡桨飞机",
  "Entry level jet (VLJ)": "入门级公务机",
  "Light jet": "轻型公务机",
  "Super light jet": "超轻型公务机",
  "Midsize jet": "中型公务机",
  "Super midsize jet": "超中型公务机",
  "Heavy jet": "大型公务机",
  "Ultra long range": "超远程公务机",
  "VIP airliner": "VIP 客机",
  Airliner: "客机",
};

/** What the marketplace's categories are called, by language, where a broker has no name of its own: on screens and in mails. */
export const categoryNames: Readonly<Record<Language, Names>> = {
  "en-GB": english,
  ar: arabic,
  de: german,
  "en-US": english,
  es: spanish,
  fr: french,
  he: hebrew,
  it: italian,
  nl: dutch,
  "pt-BR": portuguese,
  ru: russian,
  zh: chinese,
};
