/** Where somebody comes from, as far as names, languages and figures go. */
export interface Origin {
  /** ISO 3166-1 alpha-2. */
  nationality: string;
  /** BCP 47. */
  language: string;
  men: readonly string[];
  women: readonly string[];
  families: readonly string[];
}

const names = (text: string): string[] => text.split(' ');

const persian = {
  men: names('Bashir Ehsan Hamid Idris Javid Kaveh Milad Navid Samir Zabi'),
  women: names('Farzana Laleh Mina Parisa Roya Shabnam Yalda'),
};

const english = {
  men: names('Adewale Bashorun Kelechi Obinna Rafiq Shakil Tunde Uche'),
  women: names('Amara Ifeoma Nusrat Patience Sadia'),
};

/** Sixteen given names and nine or more family names each; none of them stands in the register that is imported. */
export const origins = {
  afghanistan: {
    ...persian,
    nationality: 'AF',
    language: 'fa',
    families: names('Azimi Barakzai Faizi Hakimi Jalali Nazari Popal Safi Stanekzai Wardak Yusufi Zadran'),
  },
  syria: {
    nationality: 'SY',
    language: 'ar',
    men: names('Adnan Bilal Fadi Ghassan Hani Karim Nabil Rami Tarek Walid'),
    women: names('Amal Dima Hala Lubna Nour Sawsan Yasmin'),
    families: names(
      'Al-Ahmad Al-Khatib Al-Sayed Barakat Hamdan Kabbani Mansour Nasser Saleh Shaheen Zaitoun',
    ),
  },
  guinea: {
    nationality: 'GN',
    language: 'fr',
    men: names('Abdoulaye Boubacar Cellou Elhadj Lansana Moussa Oumar Sékou Thierno'),
    women: names('Binta Djénabou Hawa Kadiatou Oumou Ramatoulaye'),
    families: names('Baldé Condé Dabo Doumbouya Fofana Kaba Keïta Koné Soumah Sylla Touré'),
  },
  iraq: {
    nationality: 'IQ',
    language: 'kmr',
    men: names('Azad Bawer Ciwan Diyar Hêmin Kawa Rêbin Sîwan Zana'),
    women: names('Avîn Berfîn Gulîstan Nalîn Rûken Viyan'),
    families: names('Barzanî Botanî Dosky Hesen Mîrza Rasho Silêman Zaxoyî Zêbarî'),
  },
  eritrea: {
    nationality: 'ER',
    language: 'ti',
    men: names('Abel Biniam Dawit Ermias Henok Isaias Kibrom Natnael Samiel'),
    women: names('Feven Helen Mihret Rahwa Saba Winta'),
    families: names('Abraha Berhane Fessehaye Gebremedhin Habtemariam Kiflay Negash Okubay Tekle Woldu'),
  },
  somalia: {
    nationality: 'SO',
    language: 'so',
    men: names('Axmed Bashiir Daahir Guuleed Khadar Liibaan Yaasiin'),
    women: names('Amina Fadumo Hibaaq Ifrah Sagal'),
    families: names('Aadan Cilmi Duale Faarah Guleed Maxamuud Muuse Shire Xirsi'),
  },
  iran: {
    ...persian,
    nationality: 'IR',
    language: 'fa',
    families: names('Amini Bahrami Ebrahimi Farahani Ghorbani Kazemi Mousavi Sadeghi Tavakoli'),
  },
  nigeria: {
    ...english,
    nationality: 'NG',
    language: 'en',
    families: names('Balogun Chukwu Edet Ibekwe Nwosu Obi Ogunleye Uzor Yakubu'),
  },
  ukraine: {
    nationality: 'UA',
    language: 'uk',
    men: names('Andrij Bohdan Danylo Jehor Maksym Ostap Taras'),
    women: names('Daryna Iryna Kateryna Marta Solomija'),
    families: names('Bojko Hrytsenko Kravets Lysenko Marchenko Petrenko Rudenko Shevchuk Tkachenko'),
  },
  turkey: {
    nationality: 'TR',
    language: 'tr',
    men: names('Barış Cem Furkan Kerem Mert Onur Serkan'),
    women: names('Büşra Ceren Esra Gizem Melike'),
    families: names('Aksoy Aslan Bulut Çelik Güneş Korkmaz Öztürk Polat Şahin'),
  },
  bangladesh: {
    ...english,
    nationality: 'BD',
    language: 'en',
    families: names('Ahmed Akter Chowdhury Haque Khatun Miah Rahman Sarker Uddin'),
  },
} satisfies Record<string, Origin>;
