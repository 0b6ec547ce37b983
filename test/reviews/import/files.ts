/** One line of each app's file, headers as `review-formats.md` has them; all about product 11, handle `phone`, SKU `P-1`. */
export const FILES: Readonly<Record<string, string>> = {
  'judge-me': `title,body,rating,review_date,reviewer_name,reviewer_email,product_id,product_handle,reply,picture_urls
Good,"It works,
really",5,25/03/2024,Mia,mia@example.com,11,phone,Thanks,"http://img.example/a.jpg,https://img.example/b.png"`,
  'judge-me-export': `title,body,rating,review_date,source,curated,reviewer_name,reviewer_email,product_id,product_handle,reply,reply_date,picture_urls,ip_address,location
Good,It works,5,2024-03-25 10:00:00 UTC,web,ok,Mia,mia@example.com,11,phone,Thanks,2024-03-26 10:00:00 UTC,,127.0.0.1,`,
  loox: `product_handle,product_Id,rating,author,email,body,created_at,photo_url,reply,replied_at,verified_purchase,incentivized
phone,11,5,Mia,mia@example.com,It works,2024-03-25,https://img.example/a.jpg,,,true,true`,
  'loox-export': `id,status,rating,email,nickname,full_name,review,date,productId,handle,img,variant,verified_purchase
1,Active,5,mia@example.com,Mia,Mia M,It works,2024-03-25,11,phone,https://img.example/a.jpg,,true`,
  'shopify-reviews': `product_handle,state,rating,title,author,email,location,body,reply,created_at,replied_at
phone,published,5,Good,Mia,mia@example.com,Berlin,It works,,2024-03-25 10:00:00 +0100,`,
  okendo: `name,body,handle,productId,rating,sku,dateCreated,countryCode,email,imageUrls,isApproved,isIncentivized,isRecommended,rejectedImageUrls,reply,replyDateCreated,replyIsPublic,title,videoUrls,isVerifiedBuyer,variantId,status
Mia,It works,,,5,P-1,2024-03-25T10:00:00Z,DE,mia@example.com,"[""https://img.example/a.jpg""]",true,true,true,,,,,Good,,true,,approved`,
  opinew: `body,rating,review_date,state,reviewer_name,reviewer_email,product_id,product_handle,reply,reply_date,picture_urls,SKU,barcode,region
It works,5,2024-03-25 10:00:00 UTC,published,Mia,mia@example.com,gid://shopify/Product/11,,,,,,,DE`,
  ryviu: `product_handle,rating,author,title,body_text,email,photo_urls,created_at,status,featured
phone,5,Mia,Good,It works,mia@example.com,https://img.example/a.jpg,2024-03-25,enable,0`,
  trustoo: `product_handle,rating,author,title,content,author_country,author_email,commented_at,reply,reply_at,verify_purchase,feature,publish,item_type,photo_url_1,photo_url_2,photo_url_3,photo_url_4,photo_url_5,video_url
phone,5,Mia,Good,It works,DE,mia@example.com,2024-03-25,,,1,0,1,,https://img.example/a.jpg,https://img.example/b.jpg,,,,`,
  yotpo: `Review Title;Review Content;Review Score;Date;Product ID;Product Title;Product URL;Display Name;Email;Verified Purchase
Good;It works;5,0;2024-03-25;;Phone;https://shop.example/products/phone?x=1;Mia;mia@example.com;true`,
  stamped: `product_id\tproductUrl\tproductImageUrl\tproductTitle\trating\tauthor\tbody\tcreated_at
11\thttps://shop.example/products/phone\t\tPhone\t5\tMia\tIt works\t2024-03-25`,
  meta: `aggregator,store.name,store.id,reviewID,rating,title,content,created_at,updated_at,review_image_urls,incentivized,has_verified_purchase,reviewer.name,product.url
A,Shop,1,r1,5,Good,It works,2024-03-25,2024-03-25,,true,true,Mia,https://shop.example/products/phone`,
}
