/** Pence with VAT; a variant per colour and size. */
export type Range = {
  code: string;
  title: string;
  /** As the shop calls the sort of thing. */
  category: string;
  price: number;
  /** VAT per cent; children's clothes and books are zero-rated in the United Kingdom. */
  rate: 20 | 0;
  colours?: readonly string[];
  sizes?: readonly string[];
};

const adult = ["XS", "S", "M", "L", "XL"] as const;
const child = ["2-3", "4-5", "6-7", "8-9"] as const;

/** What the demo's retailer sells: made up from end to end. */
export const ranges: readonly Range[] = [
  {
    code: "CRW",
    title: "Lambswool crew jumper",
    category: "Knitwear",
    price: 69_00,
    rate: 20,
    colours: ["Moss", "Ink", "Oat"],
    sizes: adult,
  },
  { code: "CRD", title: "Merino cardigan", category: "Knitwear", price: 84_00, rate: 20, colours: ["Oat", "Damson", "Ink"], sizes: adult },
  {
    code: "OXF",
    title: "Washed Oxford shirt",
    category: "Shirts",
    price: 52_00,
    rate: 20,
    colours: ["White", "Sky", "Stripe"],
    sizes: adult,
  },
  { code: "LIN", title: "Linen overshirt", category: "Shirts", price: 78_00, rate: 20, colours: ["Clay", "Ink", "Oat"], sizes: adult },
  { code: "TEE", title: "Heavy cotton tee", category: "Tops", price: 24_00, rate: 20, colours: ["White", "Slate", "Moss"], sizes: adult },
  {
    code: "CHO",
    title: "Garment-dyed chinos",
    category: "Trousers",
    price: 65_00,
    rate: 20,
    colours: ["Stone", "Ink", "Moss"],
    sizes: adult,
  },
  { code: "WAX", title: "Waxed field jacket", category: "Outerwear", price: 189_00, rate: 20, colours: ["Bracken", "Ink"], sizes: adult },
  { code: "DRS", title: "Corduroy pinafore dress", category: "Dresses", price: 72_00, rate: 20, colours: ["Damson", "Ink"], sizes: adult },
  {
    code: "PYJ",
    title: "Brushed cotton pyjamas",
    category: "Nightwear",
    price: 48_00,
    rate: 20,
    colours: ["Check", "Stripe"],
    sizes: adult,
  },
  {
    code: "KJM",
    title: "Children's striped jumper",
    category: "Children",
    price: 32_00,
    rate: 0,
    colours: ["Ink", "Clay", "Moss"],
    sizes: child,
  },
  {
    code: "KRN",
    title: "Children's raincoat",
    category: "Children",
    price: 45_00,
    rate: 0,
    colours: ["Mustard", "Sky", "Ink"],
    sizes: child,
  },
  { code: "KSK", title: "Children's socks, three pairs", category: "Children", price: 9_50, rate: 0, sizes: child },
  { code: "BEA", title: "Ribbed beanie", category: "Accessories", price: 18_00, rate: 20, colours: ["Moss", "Ink", "Oat", "Mustard"] },
  { code: "SCF", title: "Herringbone scarf", category: "Accessories", price: 38_00, rate: 20, colours: ["Slate", "Bracken", "Damson"] },
  {
    code: "GLV",
    title: "Lined leather gloves",
    category: "Accessories",
    price: 46_00,
    rate: 20,
    colours: ["Tan", "Black"],
    sizes: ["S", "M", "L"],
  },
  {
    code: "SCK",
    title: "Wool walking socks",
    category: "Accessories",
    price: 14_00,
    rate: 20,
    colours: ["Moss", "Slate"],
    sizes: ["4-7", "8-11"],
  },
  {
    code: "BLT",
    title: "Bridle leather belt",
    category: "Accessories",
    price: 42_00,
    rate: 20,
    colours: ["Tan", "Black"],
    sizes: ["S", "M", "L"],
  },
  { code: "TOT", title: "Canvas market tote", category: "Accessories", price: 22_00, rate: 20, colours: ["Oat", "Ink", "Clay", "Moss"] },
  { code: "THW", title: "Eden wool throw", category: "Textiles", price: 89_00, rate: 20, colours: ["Oat", "Slate", "Moss", "Damson"] },
  { code: "CSH", title: "Velvet cushion", category: "Textiles", price: 34_00, rate: 20, colours: ["Moss", "Clay", "Ink", "Mustard"] },
  {
    code: "DUV",
    title: "Washed linen duvet cover",
    category: "Textiles",
    price: 145_00,
    rate: 20,
    colours: ["White", "Sky", "Clay"],
    sizes: ["Double", "King"],
  },
  { code: "TWL", title: "Waffle bath towel", category: "Textiles", price: 26_00, rate: 20, colours: ["White", "Stone", "Sky"] },
  { code: "APR", title: "Cook's apron", category: "Kitchen", price: 28_00, rate: 20, colours: ["Ink", "Oat"] },
  { code: "TTL", title: "Tea towels, set of two", category: "Kitchen", price: 16_00, rate: 20, colours: ["Stripe", "Check", "Fern"] },
  { code: "MUG", title: "Stoneware mug", category: "Kitchen", price: 14_00, rate: 20, colours: ["Speckle", "Slate", "Fern", "Oat"] },
  { code: "PLT", title: "Stoneware dinner plate", category: "Kitchen", price: 19_00, rate: 20, colours: ["Speckle", "Slate", "Oat"] },
  { code: "BWL", title: "Stoneware pasta bowl", category: "Kitchen", price: 18_00, rate: 20, colours: ["Speckle", "Slate", "Oat"] },
  { code: "JUG", title: "Tarn milk jug", category: "Kitchen", price: 24_00, rate: 20, colours: ["Speckle", "Sky"] },
  { code: "VAS", title: "Tarn vase", category: "Home", price: 38_00, rate: 20, colours: ["Slate", "Fern"], sizes: ["Small", "Large"] },
  { code: "CAN", title: "Soy candle", category: "Home", price: 19_00, rate: 20, colours: ["Heather", "Peat", "Fig", "Sea salt"] },
  { code: "DIF", title: "Reed diffuser", category: "Home", price: 29_00, rate: 20, colours: ["Heather", "Fig"] },
  { code: "SOP", title: "Goat's milk soap", category: "Home", price: 6_50, rate: 20, colours: ["Oat", "Heather", "Rose"] },
  { code: "LMP", title: "Wenlock table lamp", category: "Lighting", price: 118_00, rate: 20, colours: ["Brass", "Black"] },
  {
    code: "SHD",
    title: "Pleated lampshade",
    category: "Lighting",
    price: 42_00,
    rate: 20,
    colours: ["Oat", "Moss"],
    sizes: ["25 cm", "35 cm"],
  },
  { code: "BRD", title: "Ash chopping board", category: "Kitchen", price: 36_00, rate: 20, sizes: ["Small", "Large"] },
  { code: "SPN", title: "Cherry wood spoons", category: "Kitchen", price: 21_00, rate: 20 },
  { code: "BSK", title: "Willow log basket", category: "Home", price: 64_00, rate: 20, sizes: ["Medium", "Large"] },
  { code: "DRT", title: "Coir doormat", category: "Home", price: 32_00, rate: 20, colours: ["Plain", "Stripe"] },
  { code: "BKS", title: "Soups of the Dales, a cookbook", category: "Books", price: 22_00, rate: 0 },
  { code: "CRDS", title: "Letterpress cards, set of six", category: "Books", price: 12_00, rate: 20, colours: ["Birds", "Ferns"] },
];
